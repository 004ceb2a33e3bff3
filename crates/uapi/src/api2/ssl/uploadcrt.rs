//! `SSL::uploadcrt`

use crate::ssl::upload_cert as twin;
use api::{Cx, Effect, Function, Input, Multiline, Needs, Output, Result};

/// Keeps a certificate that was made elsewhere with the account's.
#[derive(Input)]
pub struct Params {
    /// The certificate, in PEM.
    pub crt: Multiline,
    /// Has no effect: the certificate says what it is for.
    pub host: Option<String>,
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
pub struct Uploadcrt;

impl Function for Uploadcrt {
    const NAME: &'static str = "uploadcrt";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let asked = twin::Params { crt: params.crt, friendly_name: None };
        let kept = twin::UploadCert::run(cx, asked)?;
        let host = kept.into_iter().next().and_then(|item| item.facts.domains.into_iter().next());
        let output = format!("{} (auto-detected) ", host.unwrap_or_default());
        Ok(vec![Row { result: 1, output }])
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    use crate::ssl::samples;

    #[test]
    fn the_certificate_itself_says_what_it_is_for() {
        let world = World::new().account("alice", "root");
        let signed = samples::signed(&["shop.alice.test"]);
        let form = [("crt", signed.certificate.as_str()), ("host", "other.test")];
        let rows = world.api2("alice", "SSL", "uploadcrt", &form).unwrap().data;
        assert_eq!(rows[0]["output"], "shop.alice.test (auto-detected) ");
    }
}
