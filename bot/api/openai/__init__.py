"""The shapes of OpenAI's API, so that its clients can ask: chat completions, responses and models."""
