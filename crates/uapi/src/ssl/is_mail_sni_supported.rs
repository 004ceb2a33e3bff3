//! `SSL::is_mail_sni_supported`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::tls::mail_sni;

/// Tells whether mail clients are shown the certificate of the domain that they ask for.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct IsMailSniSupported;

impl Function for IsMailSniSupported {
    const NAME: &'static str = "is_mail_sni_supported";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        mail_sni::is_on(cx.host).map(Flag)
    }
}
