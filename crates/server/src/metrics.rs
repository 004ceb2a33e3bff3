//! Figures for Prometheus, on a loopback address of their own.

use std::{future::Future, io, time::Duration};

use axum::{Router, http::header::CONTENT_TYPE, routing::get};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;

/// How often what was counted is tidied.
const TIDY_EVERY: Duration = Duration::from_secs(5);

/// The bounds of the buckets of durations, in seconds.
const BUCKETS: &[f64] =
    &[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0];

/// Begins to count; what was counted can be read from the handle.
pub fn start() -> PrometheusHandle {
    let builder = PrometheusBuilder::new();
    let recorder = match builder.set_buckets(BUCKETS) {
        Ok(builder) => builder.build_recorder(),
        Err(_) => PrometheusBuilder::new().build_recorder(),
    };
    let handle = recorder.handle();
    if let Err(cause) = metrics::set_global_recorder(recorder) {
        tracing::warn!(%cause, "figures are counted elsewhere already");
    }
    handle
}

/// Answers `/metrics` until `stop` is ready.
pub async fn serve(
    listener: TcpListener,
    handle: PrometheusHandle,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let tidied = handle.clone();
    let tidy = tokio::spawn(async move {
        loop {
            tokio::time::sleep(TIDY_EVERY).await;
            tidied.run_upkeep();
        }
    });
    let served = axum::serve(listener, router(handle)).with_graceful_shutdown(stop).await;
    tidy.abort();
    served
}

fn router(handle: PrometheusHandle) -> Router {
    let text = "text/plain; version=0.0.4; charset=utf-8";
    let page = move || {
        let page = handle.render();
        async move { ([(CONTENT_TYPE, text)], page) }
    };
    Router::new().route("/metrics", get(page))
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    #[tokio::test]
    async fn what_was_counted_can_be_read() {
        let recorder = PrometheusBuilder::new().build_recorder();
        metrics::with_local_recorder(&recorder, || metrics::counter!("calls").increment(3));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let served = tokio::spawn(serve(listener, recorder.handle(), std::future::pending()));
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let request = "GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("calls 3"), "{answer}");
        served.abort();
    }
}
