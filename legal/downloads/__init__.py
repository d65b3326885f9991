"""Laws to take away: files of an edition, made at once where that is quick, by the worker where it is not."""
