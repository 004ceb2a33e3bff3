//! Programs that others wrote to talk to servers such as this one.

use std::{path::Path, process::Command};

use crate::support::Innkeeper;

/// Runs a recipe of `tests/clients`, which exits with 0 where its client is content.
fn run(recipe: &str) {
    let server = Innkeeper::start();
    let recipes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients");
    let port = |listener| server.address(listener).rsplit_once(':').unwrap().1;
    let output = Command::new("bash")
        .arg(recipes.join(recipe))
        .env("CLIENTS_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("clients"))
        .env("WHM_PORT", port("whm"))
        .env("CPANEL_PORT", port("cpanel"))
        .env("DNS_SERVER", server.address("dns"))
        .env("WHM_TOKEN", server.token())
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

/// The others fetch much, and some must have ports 2083 and 2087 of the machine to themselves:
/// `cargo xtask clients` runs them, one after the other.
macro_rules! recipes {
    ($($name:ident: $recipe:literal,)*) => {
        $(#[test]
        #[ignore = "run by `cargo xtask clients`"]
        fn $name() {
            run($recipe);
        })*

        #[test]
        fn every_recipe_has_a_test() {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients");
            let names = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
            let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
            names.retain(|name| name.ends_with(".sh") && !["_lib.sh", "cpanel-client.sh"].contains(&name.as_str()));
            names.sort();
            assert_eq!(names, [$($recipe,)*]);
        }
    };
}

recipes! {
    aiocpanel_of_pypi: "aiocpanel.sh",
    certbot_with_its_plugin: "certbot-dns-cpanel.sh",
    cpanel_cli_of_pypi: "cpanel-cli.sh",
    cpanel_node_of_npm: "cpanel-node.sh",
    cpanel_lib_of_npm: "npm-cpanel-lib.sh",
    o2switch_cli_of_pypi: "o2switch-cli.sh",
    pycpanel_of_pypi: "pycpanel.sh",
    whambampy_of_pypi: "whambampy.sh",
}
