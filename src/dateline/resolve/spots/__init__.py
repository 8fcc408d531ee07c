"""The place of an event: chosen among those of its sentence, or carried on; and which places can be one."""
