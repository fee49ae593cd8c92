"""GridR's rules once more, slowly and independently of `core`; jobs to try them on."""
