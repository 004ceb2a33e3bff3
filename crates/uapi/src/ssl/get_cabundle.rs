//! `SSL::get_cabundle`

use api::{Cx, Effect, Error, Function, Input, Multiline, Needs, Output, Result};
use functions::domain::tls::{self, certificates};

/// Finds the certificates that lead from one up to its authority, among what the account has.
#[derive(Input)]
pub struct Params {
    /// The certificate, in PEM.
    pub cert: Multiline,
}

/// What `get_cabundle` answers.
#[derive(Output)]
pub struct Reply {
    /// Who signed the certificate.
    pub bundle: String,
    /// The certificates, in PEM.
    pub cab: String,
    /// The certificate's first domain.
    pub domain: String,
}

/// See [`Params`].
pub struct GetCabundle;

impl Function for GetCabundle {
    const NAME: &'static str = "get_cabundle";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let certificate = certificates::read_one(cx.host, "cert", &params.cert.0)?;
        let tx = cx.host.store.read()?;
        let cab = certificates::bundle(cx.host, &*tx, &account, &certificate)?;
        if cab.is_empty() && !certificate.self_signed {
            return Err(Error::not_found(
                "cert: the account has no certificate of the authority that signed it; upload it.",
            ));
        }
        let bundle = api::ports::attribute(&certificate.issuer, "commonName");
        Ok(Reply {
            bundle: bundle.unwrap_or_default().to_owned(),
            cab,
            domain: certificate.names.first().cloned().unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn who_signed_a_certificate_is_found_among_the_stored_ones() {
        let world = World::new().account("alice", "root");
        let signed = samples::signed(&["alice.test"]);
        let form = [("cert", signed.certificate.as_str())];
        let said = world.uapi_refusal("alice", "SSL", "get_cabundle", &form);
        assert!(said.starts_with("cert: the account has no certificate"), "{said}");
        world.uapi("alice", "SSL", "upload_cert", &[("crt", &signed.bundle)]).unwrap();
        let found = world.uapi_data("alice", "SSL", "get_cabundle", &form);
        assert_eq!(found["cab"], signed.bundle.as_str());
        assert_eq!(
            (&found["bundle"], &found["domain"]),
            (&"Test issuer".into(), &"alice.test".into())
        );
    }
}
