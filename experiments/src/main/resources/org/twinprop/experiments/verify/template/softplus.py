def softplus(z):
    return np.logaddexp(0, z)
