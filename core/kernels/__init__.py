"""The loops over pixels and nodes: numba only, no validation, no exceptions."""
