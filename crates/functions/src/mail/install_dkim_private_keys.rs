//! `install_dkim_private_keys`

use api::{
    Acl, Cx, DomainName, Effect, Error, Function, Input, Needs, Output, Result, Secret, SecretLines,
};

use crate::domain::mail::signing::{self, Done};

/// Signs the mail of domains with keys of one's own.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// The private RSA key of each, in PEM.
    #[param(family)]
    pub key: Vec<SecretLines>,
}

/// What became of the domains.
#[derive(Output)]
pub struct Reply {
    /// Each of them.
    pub payload: Vec<Done>,
}

/// See [`Params`].
pub struct InstallDkimPrivateKeys;

impl Function for InstallDkimPrivateKeys {
    const NAME: &'static str = "install_dkim_private_keys";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        if params.domain.len() != params.key.len() {
            return Err(Error::param("key", "there must be one for each domain"));
        }
        let keys = params
            .key
            .iter()
            .map(|key| signing::read(cx.host, Secret::new(key.reveal().to_owned())));
        let keys: Vec<_> = keys.collect::<Result<_>>()?;
        let each = params.domain.iter().zip(keys);
        let payload = each.map(|(domain, key)| Done::of(domain, signing::install(cx, domain, key)));
        Ok(Reply { payload: payload.collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    const DOMAIN: [(&str, &str); 1] = [("domain", "anna.test")];

    #[test]
    fn the_key_is_installed() {
        let world = World::new().account("anna", "root");
        let key = world.host.keys.generate(api::ports::KeyKind::Rsa2048).unwrap();
        let form = [DOMAIN[0], ("key", key.reveal())];
        assert_eq!(
            world.data("root", "install_dkim_private_keys", &form)["payload"][0]["status"],
            1
        );
        assert_eq!(world.machine.signing_key("anna.test").unwrap().unwrap().reveal(), key.reveal());
        for form in [&DOMAIN[..], &[DOMAIN[0], ("key", "none")]] {
            let said = world.refusal("root", "install_dkim_private_keys", form);
            assert!(said.starts_with("key: "), "{said}");
        }
    }
}
