"""The staff page: what people ask, what they were told, and who may ask."""

from bot.settings import silence_gradio

silence_gradio()  # before Gradio is imported, as for the chat page
