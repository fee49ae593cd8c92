"""Parameters by noun: one label and one help text for each, whatever form has it."""
