def lstm(x, Wx, Wh, b):
    """All states h, cells c and gates [N, T, 4 out], in the order input, forget, cell, output."""
    out = Wh.shape[0]
    h, c = np.zeros((2,) + x.shape[:2] + (out,))
    gates = np.zeros(x.shape[:2] + (4 * out,))
    h_before = c_before = np.zeros((x.shape[0], out))
    for t in range(x.shape[1]):
        a = x[:, t] @ Wx + h_before @ Wh + b
        i, f, o = (1 / (1 + np.exp(-a[:, k * out : (k + 1) * out])) for k in (0, 1, 3))
        g = np.tanh(a[:, 2 * out : 3 * out])
        gates[:, t] = np.concatenate([i, f, g, o], axis=1)
        c_before = c[:, t] = f * c_before + i * g
        h_before = h[:, t] = o * np.tanh(c_before)
    return h, c, gates
