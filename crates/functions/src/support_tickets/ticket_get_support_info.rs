//! `ticket_get_support_info`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Returns support data of the licence holder.
#[derive(Input)]
pub struct Params;

/// What `ticket_get_support_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The arch.
    pub arch: String,
    /// The arch supported.
    pub arch_supported: i64,
    /// The company ID.
    pub company_id: i64,
    /// The company name.
    pub company_name: String,
    /// The distro.
    pub distro: String,
    /// The distro supported.
    pub distro_supported: i64,
    /// The gets direct support flag: 0 or 1.
    pub gets_direct_support: Flag,
    /// Whether it has company information.
    pub has_company_info: Flag,
    /// Whether it has compatibility information.
    pub has_compatibility_info: Flag,
    /// The hostname.
    pub hostname: String,
    /// The IP address.
    pub ip: String,
    /// The logo URL.
    #[param(absent)]
    pub logo_url: Option<String>,
    /// The pub support contact.
    #[param(absent)]
    pub pub_support_contact: Option<String>,
    /// The pub tech contact.
    #[param(absent)]
    pub pub_tech_contact: Option<String>,
    /// The tech contact email.
    pub tech_contact_email: String,
}

/// See [`Params`].
pub struct TicketGetSupportInfo;

impl Function for TicketGetSupportInfo {
    const NAME: &'static str = "ticket_get_support_info";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
