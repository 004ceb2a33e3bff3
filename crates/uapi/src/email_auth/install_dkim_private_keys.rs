//! `EmailAuth::install_dkim_private_keys`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, Secret, SecretLines};
use functions::domain::mail::signing::{self, Done};

/// Signs the mail of a domain with a key of one's own.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The private RSA key in PEM.
    pub key: SecretLines,
}

/// See [`Params`].
pub struct InstallDkimPrivateKeys;

impl Function for InstallDkimPrivateKeys {
    const NAME: &'static str = "install_dkim_private_keys";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Done>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let key = Secret::new(params.key.reveal().to_owned());
        let pair = signing::read(cx.host, key)?;
        let done = signing::install(cx, &params.domain, pair);
        Ok(vec![Done::of(&params.domain, done)])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_key_is_installed_and_published() {
        let world = world();
        let key = world.host.keys.generate(api::ports::KeyKind::Rsa2048).unwrap();
        let form = [("domain", "amy.test"), ("key", key.reveal())];
        let told = world.uapi_data("amy", "EmailAuth", "install_dkim_private_keys", &form);
        assert_eq!(told[0]["status"], 1, "{told}");
        assert_eq!(world.machine.signing_key("amy.test").unwrap().unwrap().reveal(), key.reveal());
        let told = world.uapi_data("amy", "EmailAuth", "validate_current_dkims", &form[..1]);
        assert_eq!(told[0]["state"], "VALID");
        let told = world.uapi_data("bob", "EmailAuth", "install_dkim_private_keys", &form);
        assert_eq!(told[0]["status"], 0);
        let wrong = [form[0], ("key", "secret words")];
        let said = world.uapi_refusal("amy", "EmailAuth", "install_dkim_private_keys", &wrong);
        assert!(said.starts_with("key: ") && !said.contains("secret"), "{said}");
    }
}
