def rnn(x, Wx, Wh, b):
    """h[:, t] = tanh(x[:, t] Wx + h[:, t - 1] Wh + b), the state before the first step 0."""
    h = np.zeros(x.shape[:2] + (Wh.shape[0],))
    before = np.zeros((x.shape[0], Wh.shape[0]))
    for t in range(x.shape[1]):
        before = h[:, t] = np.tanh(x[:, t] @ Wx + before @ Wh + b)
    return h
