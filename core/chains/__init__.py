"""Files in, files out: the whole of a run, one module per kind of job."""
