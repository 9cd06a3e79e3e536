def batchnorm(x, gamma, beta, eps):
    """Mean 0 and variance 1 over the batch for each feature (last axis) or channel of images."""
    images = x.ndim == 4
    axes = (0, 2, 3) if images else tuple(range(x.ndim - 1))
    shape = (1, -1, 1, 1) if images else (-1,)
    n = (x - x.mean(axis=axes, keepdims=True)) / np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    return gamma.reshape(shape) * n + beta.reshape(shape)
