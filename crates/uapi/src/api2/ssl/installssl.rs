//! `SSL::installssl`

use crate::ssl::install_ssl as twin;
use api::{Cx, DomainName, Effect, Function, Input, Multiline, Needs, Output, Result, SecretLines};

/// Installs a certificate on a site of the account.
#[derive(Input)]
pub struct Params {
    /// The site, by one of its domains.
    pub domain: DomainName,
    /// The certificate, in PEM.
    pub crt: Multiline,
    /// The private key, in PEM.
    pub key: SecretLines,
    /// The certificates up to the authority, in PEM.
    pub cabundle: Option<Multiline>,
}

/// The row.
#[derive(Output)]
pub struct Row {
    /// 1: it is done.
    pub result: u8,
    /// What was done.
    pub output: String,
}

/// See [`Params`].
pub struct Installssl;

impl Function for Installssl {
    const NAME: &'static str = "installssl";
    const NEEDS: Needs = Needs::Features(&["sslinstall"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let Params { domain, crt, key, cabundle } = params;
        twin::InstallSsl::run(cx, twin::Params { cert: crt, domain, key, cabundle })?;
        let output = "Your SSL certificate has been successfully installed to your site.";
        Ok(vec![Row { result: 1, output: output.to_owned() }])
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    use crate::ssl::samples;

    #[test]
    fn a_certificate_is_installed_and_listed() {
        let world = World::new().account("alice", "root");
        let signed = samples::signed(&["alice.test"]);
        let form = [
            ("domain", "alice.test"),
            ("crt", signed.certificate.as_str()),
            ("key", signed.key.as_str()),
            ("cabundle", signed.bundle.as_str()),
        ];
        let rows = world.api2("alice", "SSL", "installssl", &form).unwrap().data;
        assert_eq!(rows[0]["result"], 1);
        assert!(world.machine.tls_site(&"alice.test".parse().unwrap()).unwrap().is_some());
        let list = |function: &str| world.api2("alice", "SSL", function, &[]).unwrap().data;
        let crts = list("listcrts");
        assert_eq!(
            (&crts[0]["host"], &crts[0]["issuer"]),
            (&"alice.test".into(), &"Test issuer".into())
        );
        assert_eq!(list("listkeys")[0]["host"], "alice.test");
        assert_eq!(list("listcsrs"), api::Value::Array(Vec::new()));
        let form = [("crt", signed.certificate.as_str())];
        let found = world.api2("alice", "SSL", "fetchcabundle", &form).unwrap().data;
        assert_eq!(found[0]["cab"], signed.bundle.as_str());
    }
}
