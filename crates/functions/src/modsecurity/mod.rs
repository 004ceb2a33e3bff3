//! ModSecurity: a file a function.

pub mod modsec_add_rule;
pub mod modsec_add_vendor;
pub mod modsec_assemble_config_text;
pub mod modsec_batch_settings;
pub mod modsec_check_rule;
pub mod modsec_clone_rule;
pub mod modsec_deploy_all_rule_changes;
pub mod modsec_deploy_rule_changes;
pub mod modsec_deploy_settings_changes;
pub mod modsec_disable_rule;
pub mod modsec_disable_vendor;
pub mod modsec_disable_vendor_configs;
pub mod modsec_disable_vendor_updates;
pub mod modsec_discard_all_rule_changes;
pub mod modsec_discard_rule_changes;
pub mod modsec_edit_rule;
pub mod modsec_enable_vendor;
pub mod modsec_enable_vendor_configs;
pub mod modsec_enable_vendor_updates;
pub mod modsec_get_config_text;
pub mod modsec_get_configs;
pub mod modsec_get_configs_with_changes_pending;
pub mod modsec_get_log;
pub mod modsec_get_rules;
pub mod modsec_get_settings;
pub mod modsec_get_vendors;
pub mod modsec_is_installed;
pub mod modsec_make_config_active;
pub mod modsec_make_config_inactive;
pub mod modsec_preview_vendor;
pub mod modsec_remove_rule;
pub mod modsec_remove_setting;
pub mod modsec_remove_vendor;
pub mod modsec_report_rule;
pub mod modsec_set_config_text;
pub mod modsec_set_setting;
pub mod modsec_undisable_rule;
pub mod modsec_update_vendor;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "ModSecurity",
    functions: &[
        Entry::of::<modsec_add_rule::ModsecAddRule>(),
        Entry::of::<modsec_add_vendor::ModsecAddVendor>(),
        Entry::of::<modsec_assemble_config_text::ModsecAssembleConfigText>(),
        Entry::of::<modsec_batch_settings::ModsecBatchSettings>(),
        Entry::of::<modsec_check_rule::ModsecCheckRule>(),
        Entry::of::<modsec_clone_rule::ModsecCloneRule>(),
        Entry::of::<modsec_deploy_all_rule_changes::ModsecDeployAllRuleChanges>(),
        Entry::of::<modsec_deploy_rule_changes::ModsecDeployRuleChanges>(),
        Entry::of::<modsec_deploy_settings_changes::ModsecDeploySettingsChanges>(),
        Entry::of::<modsec_disable_rule::ModsecDisableRule>(),
        Entry::of::<modsec_disable_vendor::ModsecDisableVendor>(),
        Entry::of::<modsec_disable_vendor_configs::ModsecDisableVendorConfigs>(),
        Entry::of::<modsec_disable_vendor_updates::ModsecDisableVendorUpdates>(),
        Entry::of::<modsec_discard_all_rule_changes::ModsecDiscardAllRuleChanges>(),
        Entry::of::<modsec_discard_rule_changes::ModsecDiscardRuleChanges>(),
        Entry::of::<modsec_edit_rule::ModsecEditRule>(),
        Entry::of::<modsec_enable_vendor::ModsecEnableVendor>(),
        Entry::of::<modsec_enable_vendor_configs::ModsecEnableVendorConfigs>(),
        Entry::of::<modsec_enable_vendor_updates::ModsecEnableVendorUpdates>(),
        Entry::of::<modsec_get_config_text::ModsecGetConfigText>(),
        Entry::of::<modsec_get_configs::ModsecGetConfigs>(),
        Entry::of::<modsec_get_configs_with_changes_pending::ModsecGetConfigsWithChangesPending>(),
        Entry::of::<modsec_get_log::ModsecGetLog>(),
        Entry::of::<modsec_get_rules::ModsecGetRules>(),
        Entry::of::<modsec_get_settings::ModsecGetSettings>(),
        Entry::of::<modsec_get_vendors::ModsecGetVendors>(),
        Entry::of::<modsec_is_installed::ModsecIsInstalled>(),
        Entry::of::<modsec_make_config_active::ModsecMakeConfigActive>(),
        Entry::of::<modsec_make_config_inactive::ModsecMakeConfigInactive>(),
        Entry::of::<modsec_preview_vendor::ModsecPreviewVendor>(),
        Entry::of::<modsec_remove_rule::ModsecRemoveRule>(),
        Entry::of::<modsec_remove_setting::ModsecRemoveSetting>(),
        Entry::of::<modsec_remove_vendor::ModsecRemoveVendor>(),
        Entry::of::<modsec_report_rule::ModsecReportRule>(),
        Entry::of::<modsec_set_config_text::ModsecSetConfigText>(),
        Entry::of::<modsec_set_setting::ModsecSetSetting>(),
        Entry::of::<modsec_undisable_rule::ModsecUndisableRule>(),
        Entry::of::<modsec_update_vendor::ModsecUpdateVendor>(),
    ],
};
