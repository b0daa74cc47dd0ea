import { graphql } from "./generated/index.js";

export const createWebhook = graphql(`
  mutation CreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) {
      webhook { databaseId url description events isActive disabledReason createdBy }
      secret
      errors { code path message }
    }
  }
`);

export const updateWebhook = graphql(`
  mutation UpdateWebhook($id: ID!, $input: UpdateWebhookInput!) {
    updateWebhook(id: $id, input: $input) {
      webhook { databaseId url description events isActive disabledReason }
      errors { code path message }
    }
  }
`);

export const deleteWebhook = graphql(`
  mutation DeleteWebhook($id: ID!) {
    deleteWebhook(id: $id) { databaseId errors { code path message } }
  }
`);

export const rotateWebhookSecret = graphql(`
  mutation RotateWebhookSecret($id: ID!) {
    rotateWebhookSecret(id: $id) { webhook { databaseId } secret errors { code path message } }
  }
`);

export const redeliverWebhook = graphql(`
  mutation RedeliverWebhook($messageId: ID!) {
    redeliverWebhook(messageId: $messageId) { delivery { messageId status attempts } errors { code path message } }
  }
`);

export const webhookIds = graphql(`
  query WebhookIds {
    webhooks { databaseId url }
  }
`);

export const webhookWithDeliveries = graphql(`
  query WebhookWithDeliveries($id: ID!, $status: [WebhookDeliveryStatus!], $first: Int, $after: String) {
    webhook(id: $id) {
      isActive disabledReason
      deliveries(status: $status, first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          messageId event status attempts payload responseStatus responseBody error created lastAttempt nextAttempt batch { databaseId title }
        }
      }
    }
  }
`);
