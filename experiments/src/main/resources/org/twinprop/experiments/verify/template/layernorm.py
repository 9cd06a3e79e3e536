def layernorm(x, gamma, beta, eps):
    """Mean 0 and variance 1 over the features of each row."""
    n = (x - x.mean(axis=-1, keepdims=True)) / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    return gamma * n + beta
