"""The served bot under load: many askers at once, and stream readers that are slow or vanish."""
