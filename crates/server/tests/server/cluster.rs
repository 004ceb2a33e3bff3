//! Two servers, each a member of the other's DNS cluster, that ask each other.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::support::{Innkeeper, Start};

/// A server on an address of its own, at WHM's usual port.
struct Member {
    server: Innkeeper,
    address: String,
}

impl Member {
    /// Its cluster is empty.
    fn start(address: String) -> Self {
        let options = ["--listen", address.as_str(), "--whm-port", "2087"];
        Self { server: Start { options: &options, ..Start::default() }.server(), address }
    }

    fn folder(&self) -> PathBuf {
        self.server.data().parent().unwrap().to_owned()
    }

    /// Where the token for the other one stands.
    fn token_file(&self) -> PathBuf {
        self.folder().join("neighbour.token")
    }

    /// Starts it again with the other one in its cluster, where it is known by that token.
    fn join(&mut self, other: &Self, token: &str) {
        self.hold(token);
        let certificate = other.server.data().join("tls/cert.pem");
        let lines = format!(
            "hash_cost = 1\n[[dns_cluster]]\naddress = \"{}\"\ntoken_file = \"{}\"\nca_file = \"{}\"\n",
            other.address,
            self.token_file().display(),
            certificate.display(),
        );
        fs::write(self.folder().join("innkeeper.toml"), lines).unwrap();
        self.server.start_again();
    }

    /// Changes the token for the other one.
    fn hold(&self, token: &str) {
        write_private(&self.token_file(), token);
    }

    /// A token of root's with only these privileges.
    fn token(&self, name: &str, acls: &[&str]) -> String {
        let mut form = vec![("token_name", name)];
        form.extend(acls.iter().map(|acl| ("acl", *acl)));
        let made = self.server.data_of("api_token_create", &form);
        made["token"].as_str().unwrap().to_owned()
    }

    /// Asks it about an address, as root.
    fn ask(&self, host: &str) -> Value {
        self.server.call("cluster_member_has_trust_with", &[("host", host)])
    }

    /// What it says of an address that it can tell about.
    fn trusts(&self, host: &str) -> Value {
        let answer = self.ask(host);
        assert_eq!(answer["metadata"]["result"], 1, "{answer}");
        answer["data"]["has_trust"].clone()
    }

    /// Why it cannot tell.
    fn problem(&self, host: &str) -> String {
        let answer = self.ask(host);
        assert_eq!(answer["metadata"]["result"], 0, "{answer}");
        answer["metadata"]["reason"].as_str().unwrap().to_owned()
    }
}

fn write_private(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
}

/// A loopback address that no other run of this test has at the same time.
fn address(network: u8) -> String {
    let id = std::process::id();
    format!("127.{network}.{}.{}", id / 250 % 250 + 1, id % 250 + 1)
}

#[test]
fn two_servers_trust_each_other_as_far_as_their_tokens_go() {
    let (mut one, mut two) = (Member::start(address(77)), Member::start(address(78)));
    assert_eq!(one.trusts(&two.address), 0, "nobody is a member yet");
    let (for_one, for_two) = (two.token("one", &["clustering"]), one.token("two", &["clustering"]));
    one.join(&two, &for_one);
    two.join(&one, &for_two);

    // Each by itself, and each as the other asks it.
    assert_eq!((one.trusts(&two.address), two.trusts(&one.address)), (1.into(), 1.into()));
    let back = |of: &Member, token: &str, about: &Member| {
        let form = [("host", "10.0.0.1"), ("althost", about.address.as_str())];
        let authorization = format!("whm root:{token}");
        of.server.call_by(&authorization, "cluster_member_has_trust_with", &form)
    };
    assert_eq!(back(&two, &for_one, &one)["data"]["has_trust"], 1);
    assert_eq!(back(&one, &for_two, &two)["data"]["has_trust"], 1);
    assert_eq!(one.trusts(&one.address), 0, "it is no member of its own cluster");

    // A token without the privilege, and one that is none, count from the next question on.
    one.hold(&two.token("narrow", &["edit-dns", "list-accts"]));
    assert_eq!((one.trusts(&two.address), two.trusts(&one.address)), (0.into(), 1.into()));
    one.hold("NOTATOKENOFTHEOTHERSERVERS123456");
    assert_eq!(one.trusts(&two.address), 0);
    one.hold(&two.server.token());
    assert_eq!(one.trusts(&two.address), 1, "root's own has every privilege");
    one.hold(&for_one);
    two.server.data_of("api_token_revoke", &[("token_name", "one")]);
    assert_eq!(one.trusts(&two.address), 0, "it was taken back");

    // What others may read is not used; who is away cannot be asked.
    fs::set_permissions(one.token_file(), fs::Permissions::from_mode(0o644)).unwrap();
    assert!(one.problem(&two.address).contains("chmod 600"));
    one.hold(&two.server.token());
    let token = two.server.token();
    two.server.kill();
    let told = one.problem(&two.address);
    assert_eq!(
        told,
        format!("The member {}:2087 of the DNS cluster does not answer.", two.address)
    );
    let log = one.server.log();
    assert!(![&for_one, &token].iter().any(|secret| log.contains(secret.as_str())), "{log}");
}

#[test]
fn a_member_whose_files_are_wrong_keeps_the_server_from_starting() {
    let mut one = Member::start(address(79));
    let file = one.token_file();
    let lines = format!(
        "hash_cost = 1\n[[dns_cluster]]\naddress = \"192.0.2.53\"\ntoken_file = \"{}\"\n",
        file.display()
    );
    fs::write(one.folder().join("innkeeper.toml"), lines).unwrap();
    let mut refused = || one.server.try_start_again_with(&[]).unwrap_err();
    assert!(refused().contains("neighbour.token: No such file"));
    write_private(&file, "two words");
    let said = refused();
    assert!(said.contains("it must hold an API token") && !said.contains("two words"), "{said}");
    write_private(&file, "TOKEN");
    one.server.start_again();
    assert_eq!(one.trusts("192.0.2.54"), 0);
}
