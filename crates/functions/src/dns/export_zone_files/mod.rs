//! `export_zone_files`

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;

use api::{Acl, Cx, DomainName, Effect, Error, Function, Input, List, Needs, Output, Result};
use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::domain::dns::access;

/// Gives zones as zone files, in Base64.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; given several times for several.
    #[param(family)]
    pub zone: Vec<DomainName>,
}

/// What `export_zone_files` answers.
#[derive(Output)]
pub struct Reply {
    /// One item a zone, in the order asked.
    pub payload: List<File>,
}

/// A zone's file.
#[derive(Debug, Output)]
pub struct File {
    /// The text (RFC 1035, section 5).
    pub text_b64: String,
    /// The zone.
    pub zone: DomainName,
}

/// See [`Params`].
pub struct ExportZoneFiles;

impl Function for ExportZoneFiles {
    const NAME: &'static str = "export_zone_files";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        if params.zone.is_empty() {
            return Err(Error::param("zone", "is required"));
        }
        let files = params.zone.into_iter().map(|zone| {
            let text_b64 = STANDARD.encode(access::zone(cx, &zone)?.to_string());
            Ok(File { text_b64, zone })
        });
        Ok(Reply { payload: List::Ready(files.collect::<Result<_>>()?) })
    }
}
