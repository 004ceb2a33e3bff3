//! `SSL::delete_key`

use api::records::TlsKey;
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, facts::KeyFacts, items::Which, making};

/// Removes a private key from the account's; sites that use it go on.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
}

/// See [`Params`].
pub struct DeleteKey;

impl Function for DeleteKey {
    const NAME: &'static str = "delete_key";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<KeyFacts>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let key: TlsKey = making::remove(cx, &tls::own(cx)?, &params.which)?;
        Ok(vec![KeyFacts::of(cx.host, &key)?])
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn a_key_goes_and_strangers_have_none_of_that_id() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let id = samples::generated(&world);
        let form = [("id", id.as_str())];
        assert!(world.uapi("bob", "SSL", "delete_key", &form).is_err());
        let listed = world.uapi_data("alice", "SSL", "list_keys", &[]);
        assert_eq!(listed[0]["id"], id.as_str());
        let gone = world.uapi_data("alice", "SSL", "delete_key", &form);
        assert_eq!(gone.as_array().unwrap().len(), 1);
        assert!(gone[0]["ecdsa_public"].is_string(), "{gone}");
        assert_eq!(gone[0]["ecdsa_public"], listed[0]["ecdsa_public"]);
        assert_eq!(world.uapi_data("alice", "SSL", "list_keys", &[]), serde_json::json!([]));
        assert!(world.uapi("alice", "SSL", "delete_key", &form).is_err());
    }
}
