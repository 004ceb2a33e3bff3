//! Privileges: what a reseller or a token may do, and what a function asks for.

macro_rules! privileges {
    ($($variant:ident = $name:literal,)*) => {
        /// A privilege, as resellers and tokens are granted it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, crate::Word)]
        pub enum Acl {
            $(#[doc = concat!("`", $name, "`")] #[word($name)] $variant,)*
        }
    };
}

privileges! {
    AcctSummary = "acct-summary",
    AddPkg = "add-pkg",
    AddPkgIp = "add-pkg-ip",
    AddPkgShell = "add-pkg-shell",
    All = "all",
    AllowAddoncreate = "allow-addoncreate",
    AllowEmaillimitsPkgs = "allow-emaillimits-pkgs",
    AllowParkedcreate = "allow-parkedcreate",
    AllowShell = "allow-shell",
    AllowUnlimitedBwPkgs = "allow-unlimited-bw-pkgs",
    AllowUnlimitedDiskPkgs = "allow-unlimited-disk-pkgs",
    AllowUnlimitedPkgs = "allow-unlimited-pkgs",
    BasicSystemInfo = "basic-system-info",
    BasicWhmFunctions = "basic-whm-functions",
    Clustering = "clustering",
    ConnectedApplications = "connected-applications",
    CorsProxyGet = "cors-proxy-get",
    CpanelApi = "cpanel-api",
    CpanelIntegration = "cpanel-integration",
    CreateAcct = "create-acct",
    CreateDns = "create-dns",
    CreateUserSession = "create-user-session",
    DemoSetup = "demo-setup",
    DigestAuth = "digest-auth",
    EditAccount = "edit-account",
    EditDns = "edit-dns",
    EditMx = "edit-mx",
    EditPkg = "edit-pkg",
    FileRestore = "file-restore",
    GenerateEmailConfig = "generate-email-config",
    KillAcct = "kill-acct",
    KillDns = "kill-dns",
    LimitBandwidth = "limit-bandwidth",
    ListAccts = "list-accts",
    ListPkgs = "list-pkgs",
    LocaleEdit = "locale-edit",
    Mailcheck = "mailcheck",
    ManageApiTokens = "manage-api-tokens",
    ManageDnsRecords = "manage-dns-records",
    ManageOidc = "manage-oidc",
    ManageStyles = "manage-styles",
    MysqlInfo = "mysql-info",
    News = "news",
    NsConfig = "ns-config",
    ParkDns = "park-dns",
    Passwd = "passwd",
    PublicContact = "public-contact",
    Quota = "quota",
    RearrangeAccts = "rearrange-accts",
    Resftp = "resftp",
    Restart = "restart",
    ShowBandwidth = "show-bandwidth",
    Ssl = "ssl",
    SslBuy = "ssl-buy",
    SslGencrt = "ssl-gencrt",
    SslInfo = "ssl-info",
    Stats = "stats",
    Status = "status",
    SuspendAcct = "suspend-acct",
    Thirdparty = "thirdparty",
    TrackEmail = "track-email",
    UpgradeAccount = "upgrade-account",
    Viewglobalpackages = "viewglobalpackages",
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

/// What a function asks of its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing but a login.
    Login,
    /// One of these privileges.
    AnyOf(&'static [Acl]),
}

impl Needs {
    /// Root's level.
    pub const ROOT: Self = Self::AnyOf(&[Acl::All]);

    /// Whether a caller with these privileges passes.
    pub fn met_by(self, acls: AclSet) -> bool {
        match self {
            Self::Login => true,
            Self::AnyOf(any) => any.iter().any(|acl| acls.grants(*acl)),
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
    fn all_grants_everything_and_intersects_as_everything() {
        let root: AclSet = [Acl::All].into_iter().collect();
        let narrow: AclSet = [Acl::ListAccts].into_iter().collect();
        assert!(root.grants(Acl::Passwd));
        assert_eq!(root.intersect(narrow), narrow);
        assert!(!narrow.covers(root));
        assert!(!Needs::ROOT.met_by(narrow));
    }
}
