"""What keeps the documents true: their commands are run, and the generated ones are made."""
