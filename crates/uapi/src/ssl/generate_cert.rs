//! `SSL::generate_cert`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::tls::{
    self, facts::CertificateItem, making, names::Names, subject::Subject,
};

/// Makes a certificate that its own key signs, and keeps it with the account's.
#[derive(Input)]
pub struct Params {
    /// The domains, parted by commas; the first is the common name.
    pub domains: Names,
    /// The id of the account's private key that signs it.
    pub key_id: String,
    /// Whose it is.
    #[param(merge)]
    pub subject: Subject,
    /// Its name; the first domain where absent.
    pub friendly_name: Option<String>,
}

/// What `generate_cert` answers.
#[derive(Output)]
pub struct Reply {
    /// What it says.
    #[param(part)]
    pub item: CertificateItem,
    /// Its serial number in hexadecimal.
    pub serial: String,
    /// It in PEM.
    pub text: String,
}

/// See [`Params`].
pub struct GenerateCert;

impl Function for GenerateCert {
    const NAME: &'static str = "generate_cert";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let wanted = params.subject.wanted(&params.domains)?;
        let key = making::key_of_id(cx, &account, "key_id", &params.key_id)?;
        let name = params.friendly_name.as_deref();
        let (row, certificate) = making::certificate(cx, &account, &key, &wanted, name)?;
        let item = CertificateItem::of(&row, &certificate);
        Ok(Reply { item, serial: certificate.serial, text: certificate.pem })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn a_certificate_is_made_found_shown_and_removed() {
        let world = World::new().account("alice", "root");
        let key = samples::generated(&world);
        let form = samples::subject(&[("key_id", &key), ("domains", "alice.test *.alice.test")]);
        let made = world.uapi_data("alice", "SSL", "generate_cert", &form);
        let id = made["id"].as_str().unwrap();
        assert!(id.starts_with("alice_test_") && id.contains(&format!("_{}_", made["not_after"])));
        assert_eq!(made["is_self_signed"], 1);
        assert_eq!(made["issuer.organizationName"], "Alice & Co");
        assert_eq!(made["subject.commonName"], "alice.test");
        let of_key = world.uapi_data("alice", "SSL", "find_certificates_for_key", &[("id", &key)]);
        assert_eq!(of_key[0]["id"], id);
        let listed = world.uapi_data("alice", "SSL", "list_certs", &[]);
        assert_eq!((&listed[0]["id"], &listed[0]["domain_is_configured"]), (&id.into(), &0.into()));
        assert_eq!(listed[0]["serial"], made["serial"]);
        assert!(listed[0]["subject_text"].as_str().unwrap().starts_with("countryName\nDE\n"));
        let shown = world.uapi_data("alice", "SSL", "show_cert", &[("id", id)]);
        assert_eq!(shown["cert"], made["text"]);
        assert_eq!(shown["details"]["issuer"]["countryName"], "DE");
        let text = shown["text"].as_str().unwrap();
        assert!(text.contains("DNS:alice.test, DNS:*.alice.test"), "{text}");
        let rename = [("friendly_name", "alice.test"), ("new_friendly_name", "first")];
        world.uapi("alice", "SSL", "set_cert_friendly_name", &rename).unwrap();
        let gone = world.uapi_data("alice", "SSL", "delete_cert", &[("friendly_name", "first")]);
        assert_eq!(gone[0]["id"], id);
        assert_eq!(
            world.uapi_data("alice", "SSL", "list_certs", &[]),
            api::Value::Array(Vec::new())
        );
    }
}
