"""Speech in one sentence: its verbs, and who the speaker is."""
