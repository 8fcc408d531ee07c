"""Routes, one module for each noun. Each names, as ``least``, the role that it is for."""
