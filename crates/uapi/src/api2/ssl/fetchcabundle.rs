//! `SSL::fetchcabundle`

use crate::ssl::get_cabundle as twin;
use api::{Cx, Effect, Function, Input, Multiline, Needs, Result};

/// Finds the certificates that lead from one up to its authority.
#[derive(Input)]
pub struct Params {
    /// The certificate, in PEM.
    pub crt: Multiline,
}

/// See [`Params`].
pub struct Fetchcabundle;

impl Function for Fetchcabundle {
    const NAME: &'static str = "fetchcabundle";
    const NEEDS: Needs = Needs::Features(&["sslinstall"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<twin::Reply>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        Ok(vec![twin::GetCabundle::run(cx, twin::Params { cert: params.crt })?])
    }
}
