//! Programs that others wrote to talk to servers such as this one.

use std::{path::Path, process::Command};

use crate::support::Innkeeper;

/// Runs a recipe of `tests/clients`, which exits with 0 where its client is content.
fn run(recipe: &str) {
    let server = Innkeeper::start();
    let recipes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients");
    let (_, port) = server.address("whm").rsplit_once(':').unwrap();
    let output = Command::new("bash")
        .arg(recipes.join(recipe))
        .env("CLIENTS_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("clients"))
        .env("WHM_PORT", port)
        .env("WHM_PASS", server.password())
        .env("WHM_CA", server.data().join("tls/cert.pem"))
        .output()
        .unwrap();
    let [said, complained] =
        [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert!(output.status.success(), "{}\n{said}{complained}", output.status);
}

#[test]
fn cpanel_client_of_pypi() {
    run("cpanel-client.sh");
}
