erf = np.vectorize(math.erf)
