//! `SSL::is_sni_supported`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};

/// Tells whether a site can have a certificate without an address of its own: the web server shows
/// each visitor the certificate of the site that they ask for.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct IsSniSupported;

impl Function for IsSniSupported {
    const NAME: &'static str = "is_sni_supported";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Ok(Flag(true))
    }
}
