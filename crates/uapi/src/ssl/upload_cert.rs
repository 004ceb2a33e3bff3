//! `SSL::upload_cert`

use api::{Cx, Effect, Function, Input, Multiline, Needs, Result};
use functions::domain::tls::{self, certificates, facts::CertificateItem, making};

/// Keeps a certificate that was made elsewhere with the account's.
#[derive(Input)]
pub struct Params {
    /// The certificate, in PEM.
    pub crt: Multiline,
    /// Its name; its first domain where absent.
    pub friendly_name: Option<String>,
}

/// See [`Params`].
pub struct UploadCert;

impl Function for UploadCert {
    const NAME: &'static str = "upload_cert";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<CertificateItem>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let certificate = certificates::read_one(cx.host, "crt", &params.crt.0)?;
        let name = params.friendly_name.as_deref();
        let row = making::upload_certificate(cx, &account, &certificate, name)?;
        Ok(vec![CertificateItem::of(&row, &certificate)])
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn a_certificate_is_kept_once_and_its_key_found_when_it_comes() {
        let world = World::new().account("alice", "root");
        let signed = samples::signed(&["alice.test"]);
        let form = [("crt", signed.certificate.as_str())];
        let kept = world.uapi_data("alice", "SSL", "upload_cert", &form);
        assert_eq!(kept[0]["issuer.commonName"], "Test issuer");
        assert_eq!(
            (&kept[0]["is_self_signed"], &kept[0]["friendly_name"]),
            (&0.into(), &"alice.test".into())
        );
        assert!(world.uapi_refusal("alice", "SSL", "upload_cert", &form).contains("already"));
        let info = [("id", kept[0]["id"].as_str().unwrap())];
        let said = world.uapi_refusal("alice", "SSL", "fetch_cert_info", &info);
        assert_eq!(said, "The account has no private key of this certificate.");
        world.uapi("alice", "SSL", "upload_key", &[("key", &signed.key)]).unwrap();
        let found = world.uapi_data("alice", "SSL", "fetch_cert_info", &info);
        assert_eq!(
            (found["key"].as_str().unwrap(), &found["cabundle"]),
            (signed.key.as_str(), &api::Value::Null)
        );
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        let world = World::new().account("alice", "root");
        let said = world.uapi_refusal("alice", "SSL", "upload_cert", &[("crt", "x")]);
        assert_eq!(said, "crt: it is no certificate in PEM");
    }
}
