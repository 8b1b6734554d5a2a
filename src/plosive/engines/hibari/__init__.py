"""hibari: one small English voice a model, whose signal is made in windows."""
