"""What there is to know of each interpolation."""
