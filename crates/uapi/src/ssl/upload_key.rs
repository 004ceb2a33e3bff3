//! `SSL::upload_key`

use api::{Cx, Effect, Function, Input, Needs, Result, SecretLines};
use functions::domain::tls::{self, facts::KeyItem, making};

/// Keeps a private key that was made elsewhere with the account's.
#[derive(Input)]
pub struct Params {
    /// The key, in PEM: RSA of 2048 bits or more, or ECDSA on P-256 or P-384.
    pub key: SecretLines,
    /// Its name; from the time where absent.
    pub friendly_name: Option<String>,
}

/// See [`Params`].
pub struct UploadKey;

impl Function for UploadKey {
    const NAME: &'static str = "upload_key";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<KeyItem>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let (name, otherwise) = (params.friendly_name.as_deref(), "Uploaded key");
        let key = making::upload_key(cx, &account, params.key.as_secret(), name, otherwise)?;
        Ok(vec![KeyItem::of(cx.host, &key)?])
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn a_key_is_kept_once() {
        let world = World::new().account("alice", "root");
        let key = samples::key();
        let form = [("key", key.reveal())];
        let kept = world.uapi_data("alice", "SSL", "upload_key", &form);
        assert_eq!(kept[0]["ecdsa_curve_name"], "prime256v1");
        assert!(kept[0].get("text").is_none());
        let said = world.uapi_refusal("alice", "SSL", "upload_key", &form);
        assert!(said.contains("the account has this private key already"), "{said}");
    }

    #[test]
    fn what_is_no_key_is_refused_and_not_repeated() {
        let world = World::new().account("alice", "root");
        let said = world.uapi_refusal("alice", "SSL", "upload_key", &[("key", "hunter2")]);
        assert!(
            said.starts_with("key: it is no private key") && !said.contains("hunter2"),
            "{said}"
        );
    }
}
