"""Work on a casefile: reports are taken in, decisions are made, incidents are folded, newer rules are compared. What the store
keeps, the coder reads and merging joins meets here, and nowhere else."""
