def pool2d(x, kernel, stride, pad, outside, summary):
    """summary (np.max, np.nanmean) of every window; outside the image stands `outside`."""
    margins = ((0, 0), (0, 0), (pad[0], pad[0]), (pad[1], pad[1]))
    padded = np.pad(x, margins, constant_values=outside)
    rows = (padded.shape[2] - kernel[0]) // stride[0] + 1
    columns = (padded.shape[3] - kernel[1]) // stride[1] + 1
    y = np.zeros((x.shape[0], x.shape[1], rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride[0], j * stride[1]
            window = padded[:, :, top : top + kernel[0], left : left + kernel[1]]
            y[:, :, i, j] = summary(window, axis=(2, 3))
    return y
