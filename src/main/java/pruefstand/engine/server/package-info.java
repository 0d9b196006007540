/**
 * Models that somebody else serves over HTTP: one adapter for the OpenAI-compatible interface, with what llama-server, Ollama, vLLM,
 * TGI and TEI tell beyond it (docs/servers.md). What a server answers is data from a stranger: sizes and times are capped, and an
 * answer of another shape than its documentation gives is refused. May import the port, model, text and json.
 */
package pruefstand.engine.server;
