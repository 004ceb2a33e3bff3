//! Privileges: what a reseller or a token may do, and what a function asks for.

use crate::{Error, Field, Flag, Form, Input, Result, Type, form, values::text};

macro_rules! privileges {
    ($($variant:ident = $name:literal: $opens:literal,)*) => {
        /// A privilege, as resellers and tokens are granted it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, crate::Word)]
        pub enum Acl {
            $(#[doc = concat!("`", $name, "`: ", $opens, ".")] #[word($name)] $variant,)*
        }

        /// The parameters that grant privileges, in the order of [`Acl::ALL`].
        const GRANTS: &[Field] = &[$(Field {
            name: concat!("acl-", $name),
            doc: concat!("1: grant `", $name, "`: ", $opens, "."),
            ty: Type::Flag,
            default: Some("0"),
            aliases: other_names($name),
            ..Field::BLANK
        },)*];
    };
}

privileges! {
    AcctSummary = "acct-summary": "view an account summary",
    AddPkg = "add-pkg": "add and remove packages",
    AddPkgIp = "add-pkg-ip": "make packages with a dedicated IP",
    AddPkgShell = "add-pkg-shell": "make packages with shell",
    All = "all": "every privilege: root level",
    AllowAddoncreate = "allow-addoncreate": "make packages with addon domains",
    AllowEmaillimitsPkgs = "allow-emaillimits-pkgs": "make packages with limits of mail of their own",
    AllowParkedcreate = "allow-parkedcreate": "make packages with parked domains",
    AllowShell = "allow-shell": "make accounts with shell",
    AllowUnlimitedBwPkgs = "allow-unlimited-bw-pkgs": "make packages with unlimited bandwidth",
    AllowUnlimitedDiskPkgs = "allow-unlimited-disk-pkgs": "make packages with unlimited disk",
    AllowUnlimitedPkgs = "allow-unlimited-pkgs": "make packages with unlimited features",
    BasicSystemInfo = "basic-system-info": "read basic system information",
    BasicWhmFunctions = "basic-whm-functions": "basic WHM options",
    Clustering = "clustering": "use DNS clusters",
    ConnectedApplications = "connected-applications": "use connected applications",
    CorsProxyGet = "cors-proxy-get": "send CORS HTTP requests",
    CpanelApi = "cpanel-api": "call cPanel API 1, API 2 and UAPI through WHM",
    CpanelIntegration = "cpanel-integration": "manage integration links",
    CreateAcct = "create-acct": "create accounts",
    CreateDns = "create-dns": "add zones",
    CreateUserSession = "create-user-session": "make user sessions; lets a token past its limits",
    DemoSetup = "demo-setup": "set demo mode",
    DigestAuth = "digest-auth": "manage digest authentication",
    EditAccount = "edit-account": "edit accounts",
    EditDns = "edit-dns": "edit zones",
    EditMx = "edit-mx": "edit MX entries",
    EditPkg = "edit-pkg": "edit packages",
    FileRestore = "file-restore": "restore files from backups",
    GenerateEmailConfig = "generate-email-config": "make mobile email profiles",
    KillAcct = "kill-acct": "terminate accounts",
    KillDns = "kill-dns": "remove zones",
    LimitBandwidth = "limit-bandwidth": "change bandwidth limits; gets round packages",
    ListAccts = "list-accts": "list accounts",
    ListPkgs = "list-pkgs": "view packages",
    LocaleEdit = "locale-edit": "make and edit locales",
    Mailcheck = "mailcheck": "troubleshoot mail delivery",
    ManageApiTokens = "manage-api-tokens": "manage API tokens; lets a token past its limits",
    ManageDnsRecords = "manage-dns-records": "manage DNS records",
    ManageOidc = "manage-oidc": "manage external authentication",
    ManageStyles = "manage-styles": "manage styles",
    MysqlInfo = "mysql-info": "read MySQL database and user data",
    News = "news": "change the server news",
    NsConfig = "ns-config": "manage nameservers",
    ParkDns = "park-dns": "park zones",
    Passwd = "passwd": "change passwords; lets a token log in with the new one",
    PublicContact = "public-contact": "set the own public contact",
    Quota = "quota": "change quotas; gets round packages",
    RearrangeAccts = "rearrange-accts": "rearrange accounts",
    Resftp = "resftp": "resync FTP passwords",
    Restart = "restart": "restart services",
    ShowBandwidth = "show-bandwidth": "view account bandwidth",
    Ssl = "ssl": "SSL site management",
    SslBuy = "ssl-buy": "buy certificates",
    SslGencrt = "ssl-gencrt": "generate certificates",
    SslInfo = "ssl-info": "view SSL information",
    Stats = "stats": "view server information",
    Status = "status": "view server status",
    SuspendAcct = "suspend-acct": "suspend and unsuspend",
    Thirdparty = "thirdparty": "manage third-party services",
    TrackEmail = "track-email": "view mail delivery reports",
    UpgradeAccount = "upgrade-account": "upgrade and downgrade accounts",
    Viewglobalpackages = "viewglobalpackages": "use all global packages",
}

impl AsRef<str> for Acl {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// A set of privileges.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AclSet(u64);

impl AclSet {
    /// All there are.
    pub fn all() -> Self {
        Acl::ALL.iter().copied().collect()
    }

    /// Whether it holds this one itself, or `all`.
    pub fn grants(self, acl: Acl) -> bool {
        self.contains(acl) || self.contains(Acl::All)
    }

    /// Whether it names this one.
    pub fn contains(self, acl: Acl) -> bool {
        self.0 & bit(acl) != 0
    }

    /// Whether it grants everything that `other` names.
    pub fn covers(self, other: Self) -> bool {
        other.iter().all(|acl| self.grants(acl))
    }

    /// What both grant.
    #[must_use]
    pub fn intersect(self, other: Self) -> Self {
        match (self.contains(Acl::All), other.contains(Acl::All)) {
            (true, _) => other,
            (_, true) => self,
            _ => Self(self.0 & other.0),
        }
    }

    /// What it names, in order.
    pub fn iter(self) -> impl Iterator<Item = Acl> {
        Acl::ALL.iter().copied().filter(move |acl| self.contains(*acl))
    }
}

impl FromIterator<Acl> for AclSet {
    fn from_iter<I: IntoIterator<Item = Acl>>(acls: I) -> Self {
        Self(acls.into_iter().fold(0, |bits, acl| bits | bit(acl)))
    }
}

fn bit(acl: Acl) -> u64 {
    // At most 64 variants (a test holds this): the place in the list is the bit.
    1 << Acl::ALL.iter().position(|other| *other == acl).unwrap_or(63)
}

/// The privileges that a call names: each parameter `acl-NAME` with 1 grants one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Grants(pub AclSet);

/// Names that older callers still send and that grant nothing here.
const FORMER_NAMES: &[&str] = &["acl-demo", "acl-disallow-shell", "acl-frontpage", "acl-res-cart"];

/// The names that a parameter has beside its own.
const fn other_names(name: &str) -> &'static [&'static str] {
    // There is no comparison of texts while compiling; no other name has these bytes.
    match name.as_bytes() {
        b"ns-config" => &["acl-nameserver-config"],
        _ => &[],
    }
}

impl Input for Grants {
    const DOC: &'static str = "The privileges that a call names.";
    const FIELDS: &'static [Field] = GRANTS;

    fn read(form: &Form) -> Result<Self> {
        let mut granted = Vec::new();
        for (acl, field) in Acl::ALL.iter().zip(GRANTS) {
            let names = [&[field.name], field.aliases].concat();
            if form::read_or(field.name, form.texts(&names), Flag::default)?.0 {
                granted.push(*acl);
            }
        }
        let known = |name: &str| {
            FORMER_NAMES.contains(&name)
                || GRANTS.iter().any(|field| field.name == name || field.aliases.contains(&name))
        };
        match form.iter().find(|(name, _)| name.starts_with("acl-") && !known(name)) {
            Some((name, _)) => Err(Error::param(&text::shown(name), "there is no such privilege.")),
            None => Ok(Self(granted.into_iter().collect())),
        }
    }
}

/// What a function asks of its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing but a login.
    Login,
    /// One of these privileges.
    AnyOf(&'static [Acl]),
    /// An account, with one of these features; none named: every account. Privileges give none of
    /// it: such a function acts for an account, and is called as one.
    Features(&'static [&'static str]),
}

impl Needs {
    /// Any account.
    pub const ACCOUNT: Self = Self::Features(&[]);

    /// Root's level.
    pub const ROOT: Self = Self::AnyOf(&[Acl::All]);

    /// Whether a caller with these privileges passes.
    pub fn met_by(self, acls: AclSet) -> bool {
        match self {
            Self::Login => true,
            Self::AnyOf(any) => any.iter().any(|acl| acls.grants(*acl)),
            Self::Features(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_privilege_has_its_own_bit() {
        assert!(Acl::ALL.len() <= 64);
        assert_eq!(AclSet::all().iter().count(), Acl::ALL.len());
    }

    #[test]
    fn a_form_grants_what_it_names_and_nothing_unknown() {
        let read = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
            Grants::read(&pairs.collect())
        };
        let form =
            [("acl-passwd", "1"), ("acl-all", "0"), ("acl-quota", ""), ("acl-frontpage", "1")];
        assert_eq!(read(&form).unwrap().0, [Acl::Passwd].into_iter().collect());
        let old = read(&[("acl-nameserver-config", "1")]).unwrap();
        assert_eq!(old.0, [Acl::NsConfig].into_iter().collect());
        let said = |form| read(form).unwrap_err().to_string();
        assert_eq!(said(&[("acl-flying", "1")]), "acl-flying: there is no such privilege.");
        assert!(said(&[("acl-all", "yes")]).starts_with("acl-all: "));
        assert_eq!(Grants::FIELDS.len(), Acl::ALL.len());
    }

    #[test]
    fn all_grants_everything_and_intersects_as_everything() {
        let root: AclSet = [Acl::All].into_iter().collect();
        let narrow: AclSet = [Acl::ListAccts].into_iter().collect();
        assert!(root.grants(Acl::Passwd));
        assert_eq!(root.intersect(narrow), narrow);
        assert!(!narrow.covers(root));
        assert!(!Needs::ROOT.met_by(narrow));
        assert!(!Needs::ACCOUNT.met_by(root), "privileges make no account");
    }
}
