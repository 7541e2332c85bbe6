using System.Globalization;
using Headroom.Notifications.Contract;

namespace Headroom.Notifications.Configuration;

/// <summary>What one installation's Notifier is told by its environment; <c>src/Headroom.Notifier/README.md</c> is the reference.</summary>
/// <param name="Services">The services covered.</param>
/// <param name="DefaultHold">How long a hold lasts when the message does not say.</param>
/// <param name="MaxHold">The longest hold that a message may ask for.</param>
/// <param name="StateMachineArn">The state machine to start.</param>
/// <param name="DeadLetterQueueUrl">Where refused messages go.</param>
/// <param name="MetricNamespace">The CloudWatch namespace of the metrics.</param>
/// <param name="FunctionName">The metrics' one dimension.</param>
public sealed record NotifierSettings(
    CoveredServices Services,
    TimeSpan DefaultHold,
    TimeSpan MaxHold,
    string StateMachineArn,
    string DeadLetterQueueUrl,
    string MetricNamespace,
    string FunctionName)
{
    /// <summary>Reads the environment.</summary>
    /// <param name="variable">A variable's value by its name; null or empty where it is not set.</param>
    /// <exception cref="InvalidSettingException">A variable is missing or says something that it cannot say.</exception>
    public static NotifierSettings Read(Func<string, string?> variable)
    {
        var maxHold = Duration(variable, "HEADROOM_MAX_HOLD", "PT6H", ContractTerms.Horizon);
        return new NotifierSettings(
            CoveredServices.Read(variable),
            Duration(variable, "HEADROOM_DEFAULT_HOLD", "PT5M", maxHold),
            maxHold,
            RequiredSetting.Read(variable, "HEADROOM_STATE_MACHINE_ARN"),
            RequiredSetting.Read(variable, "HEADROOM_DEAD_LETTER_QUEUE_URL"),
            Optional(variable, "HEADROOM_METRIC_NAMESPACE", "Headroom"),
            Optional(variable, "AWS_LAMBDA_FUNCTION_NAME", "headroom-notifier"));
    }

    private static TimeSpan Duration(Func<string, string?> variable, string name, string whenAbsent, TimeSpan longest)
    {
        var text = Optional(variable, name, whenAbsent);
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : HoldDuration.TryParse(text, out var duration) ? duration : TimeSpan.Zero;
        return read >= ContractTerms.ShortestHold && read <= longest
            ? read
            : throw new InvalidSettingException(
                name,
                text,
                "an ISO 8601 duration or whole seconds, " +
                $"from {HoldDuration.Format(ContractTerms.ShortestHold)} to {HoldDuration.Format(longest)}");
    }

    private static string Optional(Func<string, string?> variable, string name, string whenAbsent) =>
        variable(name) is { Length: > 0 } value ? value : whenAbsent;
}
