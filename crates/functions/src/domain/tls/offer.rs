//! A certificate with its key and bundle, on the way onto a site: what must fit together does.

use api::{Cx, Error, Host, Result, Secret, ports::Certificate};

use super::{certificates, digest, keys::NewKey};

/// The names of the parameters, which differ from function to function.
#[derive(Debug, Clone, Copy)]
pub struct Params {
    /// Of the certificate.
    pub certificate: &'static str,
    /// Of the bundle.
    pub bundle: &'static str,
}

/// A certificate that its key and its bundle fit.
pub struct Offer {
    /// The certificate.
    pub certificate: Certificate,
    /// Those up to its authority, in PEM and in order.
    pub bundle: String,
    /// Its key, sealed.
    pub key: NewKey,
}

impl Offer {
    /// Checks that certificate, key and bundle belong together, and that the certificate is good now.
    /// What follows the certificate in its own text counts as bundle where there is none.
    pub fn check(
        cx: &Cx<'_>,
        params: Params,
        certificate: &str,
        key: &Secret,
        bundle: &str,
    ) -> Result<Self> {
        let host = cx.host;
        let wrong = |problem| Error::param(params.certificate, problem);
        let mut all = host.certificates.read(certificate).map_err(wrong)?.into_iter();
        let certificate = all.next().ok_or_else(|| Error::internal("a text of no certificates"))?;
        let key = NewKey::seal(host, key)?;
        if key.public != digest(host, &certificate.public) {
            return Err(Error::param("key", "it is not the key of the certificate."));
        }
        if certificate.not_after < cx.now() {
            return Err(wrong("its time is over; ask for a new one.".to_owned()));
        }
        let bundle = match bundle.trim() {
            "" => all.collect(),
            text => host
                .certificates
                .read(text)
                .map_err(|problem| Error::param(params.bundle, problem))?,
        };
        let bundle = in_order(host, params, &certificate, &bundle)?;
        Ok(Self { certificate, bundle, key })
    }

    /// Refuses a site that the certificate does not name.
    pub fn check_for(&self, params: Params, site: &str) -> Result<()> {
        let bare = |name: &str| certificates::is_for(&self.certificate, name);
        if bare(site) || bare(&format!("www.{site}")) {
            return Ok(());
        }
        let names = self.certificate.names.join(", ");
        let problem = format!("it is for {names}, and not for “{site}”.");
        Err(Error::param(params.certificate, problem))
    }
}

/// The bundle from the certificate up to its authority; refuses one that does not begin there.
fn in_order(
    host: &Host,
    params: Params,
    certificate: &Certificate,
    bundle: &[Certificate],
) -> Result<String> {
    let others = bundle.iter().filter(|one| one.fingerprint != certificate.fingerprint);
    let chain = certificates::chain(host, certificate, bundle);
    let signed = bundle.iter().any(|one| host.certificates.is_signed_by(certificate, one));
    if others.count() > 0 && !signed {
        let problem = "none of its certificates signed the one that is to be installed.";
        return Err(Error::param(params.bundle, problem));
    }
    Ok(chain.iter().map(|one| one.pem.as_str()).collect())
}
