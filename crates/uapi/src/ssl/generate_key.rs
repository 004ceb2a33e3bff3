//! `SSL::generate_key`

use api::{Cx, Effect, Error, Function, Input, Needs, Output, Result};
use functions::domain::tls::{
    self,
    facts::KeyItem,
    keys::{self, KeyType},
    making,
};

/// Makes a private key and keeps it with the account's.
#[derive(Input)]
pub struct Params {
    /// The name of the new key; from its type and the time where absent.
    pub friendly_name: Option<String>,
    /// The bits of an RSA key: 2048 or 4096. Not together with `keytype`, which is to be preferred.
    pub keysize: Option<i64>,
    /// The type of the key; that which the account prefers where absent.
    pub keytype: Option<KeyType>,
}

/// What `generate_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The key's public half.
    #[param(part)]
    pub key: KeyItem,
    /// The key itself, in PEM.
    pub text: String,
}

/// See [`Params`].
pub struct GenerateKey;

impl Function for GenerateKey {
    const NAME: &'static str = "generate_key";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let kind = match (params.keytype, params.keysize) {
            (Some(_), Some(_)) => {
                return Err(Error::param("keysize", "give it or keytype, not both."));
            }
            (Some(kind), None) => kind,
            (None, Some(bits)) => making::of_size("keysize", bits)?,
            (None, None) => keys::preferred(&*cx.host.store.read()?, &account)?,
        };
        let otherwise = keys::friendly_name(kind, cx.now());
        let name = params.friendly_name.as_deref();
        let (key, secret) = making::key(cx, &account, kind, name, &otherwise)?;
        Ok(Reply { key: KeyItem::of(cx.host, &key)?, text: secret.reveal().to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    #[test]
    fn a_key_is_made_of_the_type_that_is_asked_for() {
        let world = World::new().account("alice", "root");
        let made = world.uapi_data("alice", "SSL", "generate_key", &[("keysize", "2048")]);
        assert_eq!(
            (&made["key_algorithm"], &made["modulus_length"]),
            (&"rsaEncryption".into(), &2048.into())
        );
        let text = made["text"].as_str().unwrap();
        assert!(text.starts_with("-----BEGIN PRIVATE KEY-----\n"));
        let modulus = made["modulus"].as_str().unwrap();
        let (first, last) = (modulus.get(..5).unwrap(), modulus.get(modulus.len() - 5..).unwrap());
        let id = format!("{first}_{last}_");
        assert!(made["id"].as_str().unwrap().starts_with(&id));
        assert!(made["ecdsa_curve_name"].is_null());

        let form = [("keytype", "ecdsa-secp384r1"), ("friendly_name", "mine")];
        let made = world.uapi_data("alice", "SSL", "generate_key", &form);
        assert_eq!(made["ecdsa_curve_name"], "secp384r1");
        assert_eq!(made["ecdsa_public"].as_str().unwrap().len(), 98);
        assert_eq!(made["friendly_name"], "mine");
        assert!(made["modulus_length"].is_null());
        let said = world.uapi_refusal("alice", "SSL", "generate_key", &form);
        assert_eq!(said, "friendly_name: the account has another private key of that name.");
    }

    #[test]
    fn the_accounts_preference_counts_where_nothing_is_said() {
        let world = World::new().account("alice", "root");
        let form = [("type", "ecdsa-prime256v1")];
        world.uapi("alice", "SSL", "set_default_key_type", &form).unwrap();
        for _ in 0..2 {
            let made = world.uapi_data("alice", "SSL", "generate_key", &[]);
            assert_eq!(made["ecdsa_curve_name"], "prime256v1");
        }
        let listed = world.uapi_data("alice", "SSL", "list_keys", &[]);
        assert_eq!(listed.as_array().unwrap().len(), 2);
    }

    #[test]
    fn unsafe_and_contradicting_wishes_are_refused() {
        let world = World::new().account("alice", "root");
        for (form, said) in [
            (vec![("keysize", "1024")], "keysize: must be 2048 or 4096"),
            (vec![("keysize", "2048"), ("keytype", "rsa-2048")], "keysize: give it or keytype"),
        ] {
            let problem = world.uapi_refusal("alice", "SSL", "generate_key", &form);
            assert!(problem.starts_with(said), "{problem}");
        }
    }

    #[test]
    fn the_store_has_no_key_that_it_could_read() {
        let world = World::new().account("alice", "root");
        let made =
            world.uapi_data("alice", "SSL", "generate_key", &[("keytype", "ecdsa-prime256v1")]);
        let text = made["text"].as_str().unwrap().lines().nth(1).unwrap();
        let tx = world.host.store.read().unwrap();
        let key: api::records::TlsKey = tx.first(Vec::new()).unwrap().unwrap();
        assert!(!key.sealed.contains(text) && key.sealed.starts_with("1:"));
    }
}
