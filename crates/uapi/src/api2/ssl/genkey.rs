//! `SSL::genkey`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, making};

/// Makes a private key of RSA and keeps it with the account's.
#[derive(Input)]
pub struct Params {
    /// The domain that it is for: the name of the key.
    pub host: String,
    /// Its bits: 2048 or 4096.
    #[param(default = 2048)]
    pub keysize: i64,
}

/// The row.
#[derive(Output)]
pub struct Row {
    /// 1: it is done.
    pub result: u8,
    /// What was done.
    pub output: String,
    /// The key in PEM.
    pub key: String,
    /// Its id.
    pub id: String,
}

/// See [`Params`].
pub struct Genkey;

impl Function for Genkey {
    const NAME: &'static str = "genkey";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let kind = making::of_size("keysize", params.keysize)?;
        let (key, secret) = making::key(cx, &account, kind, None, &params.host)?;
        let output = "Private key generated.".to_owned();
        Ok(vec![Row { result: 1, output, key: secret.reveal().to_owned(), id: key.id }])
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn a_key_a_request_and_a_certificate_are_made_for_a_host() {
        let world = World::new().account("alice", "root");
        let form = [("host", "alice.test"), ("keysize", "2048")];
        let key = world.api2("alice", "SSL", "genkey", &form).unwrap().data;
        assert!(key[0]["key"].as_str().unwrap().contains("PRIVATE KEY"));
        let form = [
            ("host", "alice.test"),
            ("country", "DE"),
            ("state", "Schleswig-Holstein"),
            ("city", "Kiel"),
            ("company", "Alice & Co"),
            ("email", "alice@alice.test"),
        ];
        let made = world.api2("alice", "SSL", "gencsr", &form).unwrap().data;
        assert_eq!(
            (&made[0]["result"], &made[0]["output"]),
            (&1.into(), &"Certificate Signing Request generated!".into())
        );
        let made = world.api2("alice", "SSL", "gencrt", &form).unwrap().data;
        assert_eq!(made[0]["output"], "Certificate generated!");
        let form = [("items", "key|csr|crt"), ("domains", "alice.test")];
        let listed = world.api2("alice", "SSL", "listsslitems", &form).unwrap().data;
        assert_eq!(listed.as_array().unwrap().len(), 3);
        let said = world.api2("alice", "SSL", "gencsr", &[("host", "b.test")]).unwrap_err();
        assert_eq!(
            said.to_string(),
            "host: the account has no private key of that name; make one with genkey."
        );
    }
}
