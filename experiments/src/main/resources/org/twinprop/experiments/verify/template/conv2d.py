def conv2d(x, W, b, stride, pad, dilation):
    """y[n, k, i, j] = b[k] + sum over c, u, v of x[n, c, si + du - p, sj + dv - p] W[k, c, u, v]."""
    kh, kw = W.shape[2:]
    padded = np.pad(x, ((0, 0), (0, 0), (pad[0], pad[0]), (pad[1], pad[1])))
    reach = (dilation[0] * (kh - 1) + 1, dilation[1] * (kw - 1) + 1)
    rows = (padded.shape[2] - reach[0]) // stride[0] + 1
    columns = (padded.shape[3] - reach[1]) // stride[1] + 1
    y = np.zeros((x.shape[0], W.shape[0], rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride[0], j * stride[1]
            patch = padded[:, :, top : top + reach[0] : dilation[0], left : left + reach[1] : dilation[1]]
            y[:, :, i, j] = np.tensordot(patch, W, axes=([1, 2, 3], [1, 2, 3])) + b
    return y
